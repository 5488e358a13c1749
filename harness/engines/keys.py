"""Keys that write nothing, as WebDriver calls them."""

TAB = "\ue004"
END = "\ue010"
