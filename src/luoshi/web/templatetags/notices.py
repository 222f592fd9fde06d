"""Tags of notices: how one stands, as a chip; how late it is."""

from collections.abc import Mapping
from typing import Final

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from luoshi.records.supervision.models import Notice, State
from luoshi.web.templatetags.luoshi import icon

register = template.Library()

# State → class and icon of its chip; for the sheet of icons:
# icon="mail" icon="pencil" icon="message-check" icon="arrow-back-up" icon="circle-check" icon="arrow-up" icon="ban"
SIGNS: Final[Mapping[str, tuple[str, str]]] = {
    State.SERVED: ("wait", "mail"),
    State.RECEIVED: ("on", "pencil"),
    State.ANSWERED: ("judge", "message-check"),
    State.RETURNED: ("miss", "arrow-back-up"),
    State.CLOSED: ("done", "circle-check"),
    State.ESCALATED: ("other", "arrow-up"),
    State.WITHDRAWN: ("other", "ban"),
}
_CHIP: Final = '<span class="v v-{}">{}{}</span>'


@register.simple_tag
def noticed(notice: Notice) -> SafeString:
    """How far a notice is; only that it is overdue is loud: 待答复 过期 3 天."""
    kind, sign = SIGNS[notice.state]
    chip = format_html(_CHIP, kind, icon(sign), notice.get_state_display())
    late = notice.days_late(timezone.localdate())
    if not late:
        return chip
    return format_html("{} {}", chip, format_html(_CHIP, "red", icon("alert-circle"), f"过期 {late} 天"))
