"""The parts of an option as tiles: a drawing and a name for each part or kind of part."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.decision import Tile
from decision_aid.views.html import show_figure
from decision_aid.views.identity import option_class
from decision_aid.views.prose import drawing


def tiles(aid: Aid) -> None:
    """The tiles of each option that has some, in its color, under its name. They are not controls."""
    for option, record in aid.decision.options.items():
        if record.tiles:
            heading = aid.words.app["ways.parts_of"].format(option=aid.words.options[option].name)
            items = Markup().join(_tile(aid, name, tile) for name, tile in record.tiles.items())
            html = Markup('<section class="tiles {}"><h2>{}</h2><ul>{}</ul></section>')
            show_figure(html.format(option_class(aid, option), heading, items))


def _tile(aid: Aid, name: str, tile: Tile) -> Markup:
    return Markup("<li>{}<span>{}</span></li>").format(drawing(aid, tile.picture), aid.words.tiles[name])
