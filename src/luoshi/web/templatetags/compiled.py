"""A part of a page that Jinja2 renders: what is long, and read all day."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def compiled(context: template.RequestContext, name: str) -> SafeString:
    """The part, with what the page around it was given."""
    given: Any = context.flatten()
    return mark_safe(render_to_string(name, given, context.request))  # noqa: S308 (the template escapes)
