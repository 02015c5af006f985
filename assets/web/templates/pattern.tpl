{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Waar en wanneer</h1><p>{{PERIOD}}. Alleen aantallen, geen mensen.</p></div></div>
{{>NOTICE}}
<form class="search" method="get" action="/pattern">
<label class="hidden" for="pattern-subject">Onderwerp</label><select class="utrecht-select utrecht-select--html-select" id="pattern-subject" name="subject" data-submits><option value="">Alle onderwerpen</option>{{#SUBJECT}}<option value="{{KEY}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/SUBJECT}}</select>
<button class="nl-button nl-button--secondary no-js-only" type="submit">Laat zien</button>
</form>
<div class="split split--even">
<section class="card">
<table class="table grid"><caption>Wanneer</caption>
<thead><tr><td></td>{{#PART_HEAD}}<th scope="col">{{LABEL}}</th>{{/PART_HEAD}}</tr></thead>
<tbody>
{{#WEEKDAY}}<tr><th scope="row"><abbr title="{{DAY_LABEL}}">{{DAY_SHORT}}</abbr></th>{{#CELL}}<td class="shade shade--{{SHADE}}">{{TEXT}}</td>{{/CELL}}</tr>
{{/WEEKDAY}}
</tbody></table>
<p class="hint grid__note">{{GRID_NOTE}}</p>
</section>
<section class="card" aria-labelledby="where-title"><h2 id="where-title">Waar</h2>
{{>MAP}}
<ol class="bars">{{#PLACE}}<li><span>{{LABEL}}</span><b>{{TEXT}}</b></li>
{{/PLACE}}</ol>
</section>
</div>
</main>
{{>FOOT}}
