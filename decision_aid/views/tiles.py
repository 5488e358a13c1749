"""What an option is made of, in sight: a drawing and a name for each part, or for several of one kind."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.decision import Tile
from decision_aid.views.html import show_figure
from decision_aid.views.identity import option_class
from decision_aid.views.prose import drawing


def tiles(aid: Aid) -> None:
    """The tiles of each option that has some, in its color, under its name. They are to be seen, and no controls."""
    for option, record in aid.decision.options.items():
        if record.tiles:
            heading = aid.words.app["ways.parts_of"].format(option=aid.words.options[option].name)
            each = Markup().join(_tile(aid, name, tile) for name, tile in record.tiles.items())
            html = Markup('<section class="tiles {}"><h2>{}</h2><ul>{}</ul></section>')
            show_figure(html.format(option_class(aid, option), heading, each))


def _tile(aid: Aid, name: str, tile: Tile) -> Markup:
    return Markup("<li>{}<span>{}</span></li>").format(drawing(aid, tile.picture), aid.words.tiles[name])
