"""XML of others, read element by element: without a DTD, without entities, without opening any other file."""

from __future__ import annotations

from io import BytesIO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_external_ges, feature_namespaces

from defusedxml import sax
from defusedxml.common import DefusedXmlException

from magdit.check.archive.piece import NotReadable


def parse(data: bytes, handler: ContentHandler) -> None:
    """Hand the elements to this handler; raises NotReadable for what is broken or forbidden."""
    reader = sax.make_parser()
    reader.setFeature(feature_namespaces, True)
    reader.setFeature(feature_external_ges, False)
    reader.forbid_dtd = True
    reader.setContentHandler(handler)
    try:
        reader.parse(BytesIO(data))
    except DefusedXmlException:
        raise NotReadable("forbidden_xml") from None
    except (SAXException, ValueError, LookupError):
        raise NotReadable("damaged") from None
