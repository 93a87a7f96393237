"""Photos in what is printed and saved: there, fitted, told in words, in every format."""

from __future__ import annotations

import base64
import io
import zipfile
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from familysupport.documents.docx import to_docx
from familysupport.documents.html import to_html, to_web_page
from familysupport.documents.odt import to_odt
from familysupport.documents.package import parse
from familysupport.documents.page import Card, Page, Paragraph, Picture, each_text, pictures
from familysupport.documents.plain import to_markdown, to_text


@pytest.fixture(scope="module")
def photo() -> bytes:
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#1E625B"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.fixture
def page(photo: bytes) -> Page:
    first = Picture(photo, 800, 400, 'Rosa & "Tim" at the lake')
    return Page(
        "", (Paragraph("Before"), first, Card("", (Picture(photo + b"\0", 800, 400, "The dog"),)))
    )


def test_pictures_are_found_in_order_wherever_they_stand(page: Page) -> None:
    assert [one.words for one in pictures(page.blocks)] == ['Rosa & "Tim" at the lake', "The dog"]
    assert "The dog" in list(each_text(page.blocks))


def test_html_numbers_pictures_and_a_web_page_holds_them(page: Page, photo: bytes) -> None:
    text = to_html(page, 12)
    assert text.index('src="picture:0"') < text.index('src="picture:1"')
    assert 'width="480" height="240"' in text
    assert "Rosa &amp; &quot;Tim&quot; at the lake" in text
    web = to_web_page(page)
    assert "picture:" not in web
    assert base64.b64encode(photo).decode() in web
    assert base64.b64encode(photo + b"\0").decode() in web


def test_words_that_look_like_an_address_stay_words(photo: bytes) -> None:
    page = Page("", (Paragraph('src="picture:0" \x00 picture:0'), Picture(photo, 8, 4, "\x00")))
    web = to_web_page(page)
    assert web.count("data:image/jpeg") == 1
    assert "src=&quot;picture:0&quot;" in web


def test_a_word_processor_gets_the_picture_and_what_it_shows(page: Page) -> None:
    document = docx.Document(io.BytesIO(to_docx(page)))
    shape: Any = document.inline_shapes[0]
    assert shape.width.inches == pytest.approx(5.0, abs=0.02)
    assert shape.height.inches == pytest.approx(2.5, abs=0.02)
    assert shape._inline.docPr.get("descr") == 'Rosa & "Tim" at the lake'
    assert 'Rosa & "Tim" at the lake' in [one.text for one in document.paragraphs]


def test_an_odt_holds_each_picture_once_and_names_it(page: Page, photo: bytes) -> None:
    twice = Page("", (*page.blocks, page.blocks[1]))
    with zipfile.ZipFile(io.BytesIO(to_odt(twice))) as package:
        names = [name for name in package.namelist() if name.startswith("Pictures/")]
        assert len(names) == 2
        assert package.read(names[0]) == photo
        content = package.read("content.xml")
        parse(content)
        assert content.count(names[0].encode()) == 2
        assert names[1].encode() in package.read("META-INF/manifest.xml")


def test_plain_text_and_markdown_tell_what_a_picture_shows(page: Page) -> None:
    assert '[Rosa & "Tim" at the lake]' in to_text(page)
    assert "Rosa" in to_markdown(page)


@given(st.integers(0, 20_000), st.integers(0, 20_000), st.integers(10, 3000), st.integers(10, 3000))
def test_a_picture_always_fits_and_is_never_blown_up(
    width: int, height: int, room: int, tall: int
) -> None:
    across, down = Picture(b"", width, height, "").fitted(room, tall)
    assert 1 <= across <= max(1, min(room, width))
    assert 1 <= down <= max(1, min(tall, height))
