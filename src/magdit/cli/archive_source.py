"""Which source is meant by what was typed: a folder, a file, a sitemap, or the address of a WordPress site."""

from __future__ import annotations

import argparse
from pathlib import Path

from magdit.check.archive.bounds import LIST_BYTES
from magdit.check.archive.piece import NotReadable
from magdit.check.archive.sitemap import is_address, read_sitemap
from magdit.check.images.reading import read_whole
from magdit.cli.outcome import Stop
from magdit.journeys.archive.blog import Blog
from magdit.journeys.archive.fetching import Manners
from magdit.journeys.archive.folder import Folder
from magdit.journeys.archive.site import Site
from magdit.journeys.archive.source import Source

SITEMAPS = (".xml", ".xml.gz")


def source_of(options: argparse.Namespace, work: Path) -> Source:
    """The source; raises NotReadable for a site or sitemap that does not answer as one."""
    given = str(options.bron)
    manners = Manners(pace=options.pauze, private=options.eigen_netwerk)
    if "://" in given:
        return _at_address(given, manners, work)
    path = Path(given)
    if path.is_file() and path.name.lower().endswith(SITEMAPS):
        return Site(read_sitemap(read_whole(path, limit=LIST_BYTES)), manners, work)
    if not path.exists():
        raise Stop(f"'{given}' bestaat niet. Geef een map of bestand op, of een adres dat begint met https://.")
    if path.is_dir() and path.resolve() == options.uit.resolve():
        raise Stop("Het verslag kan niet in de map die u controleert. Kies met --uit een andere map.")
    folder = Folder(path, beside=options.uit)
    if not folder.count:
        raise Stop(f"In de map '{given}' staat niets om te controleren.")
    return folder


def _at_address(given: str, manners: Manners, work: Path) -> Source:
    if not is_address(given):
        raise NotReadable("no_address")
    if given.partition("?")[0].lower().endswith(SITEMAPS):
        return Site.at_address(given, manners, work)
    blog = Blog(given, manners, work)
    blog.begin()
    return blog
