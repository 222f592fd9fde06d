"""Leaders' posts: who holds which, since when, in charge of which units, and how many tasks they lead."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from luoshi.records.people.actions import open_post
from luoshi.records.people.queries import holders_of, managed_posts
from luoshi.records.people.roles import Right
from luoshi.records.register.models import Government
from luoshi.records.register.queries.units import count_leaders, latest_plans
from luoshi.web.access import DeskRequest, with_right
from luoshi.web.desk.asking import open_by
from luoshi.web.desk.naming import ChangeForm, HandOverForm, OpenPostForm, PortfolioForm
from luoshi.web.desk.units import tabs_of


@with_right(Right.MANAGE_UNITS)
def list_posts(request: DeskRequest) -> HttpResponse:
    """Posts with their holders of today."""
    plans = latest_plans(request.actor.governments(Right.MANAGE_UNITS))
    leads = count_leaders(plans)
    posts = list(managed_posts(request.actor))
    holders = holders_of(posts)
    lines = [(post, holders.get(post.pk)) for post in posts]
    context = {
        "tabs": tabs_of(request),
        "lines": [(post, holding, leads[holding.name] if holding else 0) for post, holding in lines],
        "year": plans[0].year if plans else None,
    }
    return render(request, "desk/posts.html", context)


@with_right(Right.MANAGE_UNITS)
def open_one(request: DeskRequest) -> HttpResponse:
    """Set up a post."""
    governments = Government.objects.filter(pk__in=request.actor.governments(Right.MANAGE_UNITS))
    form = OpenPostForm(request.POST or None, initial={"government": governments.first()})
    return open_by(request, form, governments, open_post, "post")


@with_right(Right.MANAGE_UNITS)
def show_post(request: DeskRequest, post: int) -> HttpResponse:
    """A post with all its holders and the units it is in charge of; changed by the page's forms."""
    shown = get_object_or_404(managed_posts(request.actor), pk=post)
    sent = request.POST.get("form", "")
    forms: dict[str, ChangeForm] = {
        "hand_over": HandOverForm(shown, request.POST if sent == "hand_over" else None),
        "portfolio": PortfolioForm(shown, request.POST if sent == "portfolio" else None),
    }
    if request.method == "POST" and sent not in forms:
        raise Http404
    if sent and forms[sent].is_done(request.actor):
        return redirect("post", post=shown.pk)
    leads = count_leaders(latest_plans([shown.government_id]))
    holders = [(each, leads[each.name]) for each in shown.holdings.order_by("-holds_from", "-pk")]
    return render(request, "desk/post.html", {"post": shown, "holders": holders, "forms": forms})
