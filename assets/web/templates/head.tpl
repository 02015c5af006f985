{{%AUTOESCAPE context="HTML"}}
<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} · Inloop logboek</title>
<link rel="stylesheet" href="/assets/app.css">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<script src="/assets/app.js" defer></script>
</head>
<body>
<a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">Naar de inhoud</a>
<header class="top">
<div class="top__inner">
<a class="brand" href="/"><svg viewBox="0 0 20 26" aria-hidden="true"><path fill="#fff" d="M0 26V2a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v24h-2V2H2v24z"></path><path fill="#f4b13a" d="M8 4.5 18 2v24L8 23.500z"></path><circle cx="10.800" cy="14" r="1.300" fill="#14223b"></circle></svg><span>Inloop logboek</span></a>
{{#SIGNED_IN}}
<nav class="top__nav" aria-label="Hoofdmenu">
<ul>
{{#NAV}}<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/NAV}}
</ul>
</nav>
<details class="menu" name="menu">
<summary>{{#HERE}}<span class="here-dot" aria-hidden="true"></span><span class="hidden">U staat op aanwezig.</span>{{/HERE}}<span class="initial" aria-hidden="true">{{INITIAL}}</span><span class="menu__name">{{PERSON}}</span><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#menu"></use></svg><span class="menu__word">Menu</span></summary>
<div class="menu__panel">
<p class="menu__who"><strong>{{PERSON}}</strong>{{ROLE}}</p>
{{>PRESENCE}}
<nav aria-label="Menu">
<ul class="menu__first">
{{#NAV}}<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/NAV}}
</ul>
<ul>
{{#NAV_MORE}}<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/NAV_MORE}}
</ul>
</nav>
<form method="post" action="/logout">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="nl-button nl-button--secondary" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#logout"></use></svg>Uitloggen</button>
</form>
</div>
</details>
{{/SIGNED_IN}}
</div>
</header>
