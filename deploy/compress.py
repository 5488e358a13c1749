"""Make compressed copies of all files that browsers fetch, and the small icon font: `python -m deploy.compress`.

Needs `brotli` and `fonttools`, which the server itself does not.
"""

import gzip
import io
from concurrent.futures import ProcessPoolExecutor

import brotli
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from deploy import icons
from deploy.assets import assets
from deploy.sending import BUILT, SUFFIX, fingerprint
from deploy.stylesheet import own, stylesheet

LIGATURE_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_ "


def main() -> None:
    """Fill the folder, leave out what is there, drop what is not needed any more, and say what it came to."""
    BUILT.mkdir(exist_ok=True)
    (BUILT / ".gitignore").write_text("*\n", encoding="utf-8")
    small = icons.small_font()
    if not small.is_file():
        small.write_bytes(subset(icons.font().read_bytes(), icons.shown_by_us() | icons.shown_by_streamlit()))
    text = [asset.file.read_bytes() for asset in assets().values() if asset.compressible]
    text += [sheet.encode() for _, sheet in (own(), stylesheet())]
    with ProcessPoolExecutor() as pool:
        made = list(pool.map(_compress, text, chunksize=4))
    wanted = {small.name, ".gitignore", *(f"{name}{suffix}" for name, *_ in made for suffix in SUFFIX.values())}
    for file in BUILT.iterdir():
        if file.name not in wanted:
            file.unlink()
    raw, br, gz = (sum(sizes) / 1e6 for sizes in zip(*(sizes for _, *sizes in made), strict=True))
    print(f"{len(made)} files: {raw:.1f} MB as they are, {gz:.1f} MB gzip, {br:.1f} MB brotli")
    print(f"icon font: {icons.font().stat().st_size / 1e3:.0f} kB as it is, {small.stat().st_size / 1e3:.0f} kB small")


def _compress(content: bytes) -> tuple[str, int, int, int]:
    """Both copies of some content, made where missing; its name in the store and the bytes raw, brotli, gzip."""
    name = fingerprint(content)
    br, gz = (BUILT / f"{name}{SUFFIX[encoding]}" for encoding in ("br", "gzip"))
    if not br.is_file():
        br.write_bytes(brotli.compress(content, quality=11))
    if not gz.is_file():
        gz.write_bytes(gzip.compress(content, 9, mtime=0))
    return name, len(content), br.stat().st_size, gz.stat().st_size


def subset(content: bytes, names: set[str]) -> bytes:
    """An icon font with these icons alone. An icon is drawn where its name is written, letters joined as one glyph."""
    full = TTFont(io.BytesIO(content))
    letters = {glyph: chr(code) for code, glyph in full.getBestCmap().items() if chr(code) in LIGATURE_LETTERS}
    glyphs = {glyph for name, glyph in ligatures(full, letters) if name in names}
    options = Options(flavor="woff2", layout_features=["*"], layout_closure=False, notdef_outline=True, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=LIGATURE_LETTERS, glyphs=sorted(glyphs))
    subsetter.subset(full)
    full.flavor = "woff2"
    small = io.BytesIO()
    full.save(small)
    return small.getvalue()


def ligatures(font: TTFont, letters: dict[str, str]) -> list[tuple[str, str]]:
    """The names that the font draws as an icon, each with its glyph."""
    named = []
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = getattr(table, "ExtSubTable", table)
            for first, ligatures in getattr(inner, "ligatures", {}).items():
                for ligature in ligatures:
                    name = "".join(letters.get(glyph, "?") for glyph in (first, *ligature.Component))
                    named.append((name, ligature.LigGlyph))
    return named


if __name__ == "__main__":
    main()
