"""A second wall: each page says which scripts may run on it, and that it loads nothing from elsewhere.

Escaping is the first wall. Were it ever breached, a browser still refuses a script that is neither a file of the site
nor one of the theme's own few lines, whose hashes are taken from the theme's templates and never from a finished page,
in which a breach would already stand.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

_PARTIALS = tuple(f"partials/javascripts/{name}.html" for name in ("base", "content", "palette"))
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'


def add_policy(html: str, scripts: tuple[str, ...], *, compiled: bool = False) -> str:
    """The page with its Content-Security-Policy, before anything that the policy is about."""
    return html.replace(
        _CHARSET,
        f'{_CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{policy(scripts, compiled=compiled)}">',
        1,
    )


@lru_cache(maxsize=64)
def policy(scripts: tuple[str, ...], *, compiled: bool = False) -> str:
    """The policy that lets these inline scripts run, and files of the site; ``compiled`` lets WebAssembly run, too."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    hashes += " 'wasm-unsafe-eval'" if compiled else ""
    return (
        f"default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def theme_scripts(env: Environment, config: MkDocsConfig, base_url: str) -> tuple[str, ...]:
    """The theme's inline scripts on a page whose way to the site's root is ``base_url``."""
    known = {"config": config, "base_url": base_url, "features": config.theme.get("features") or []}
    texts = (env.get_template(name).render(known) for name in _PARTIALS)
    return tuple(script for text in texts for script in _SCRIPT.findall(text))
