"""A part of a page that Jinja2 renders: the frame, and what is long and read all day."""

from django import template
from django.template import engines
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def compiled(context: template.Context, name: str) -> SafeString:
    """The part, with what the page around it was given."""
    given = context.flatten()
    part = engines["jinja2"].env.get_template(name)  # type: ignore[attr-defined]  # of Jinja2
    return mark_safe(str(part.render(given)))  # noqa: S308 (the template escapes)
