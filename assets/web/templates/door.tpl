{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page page--narrow" id="inhoud">
<script src="/assets/door.js" defer></script>
<div class="page-head"><div class="page-head__words"><h1>Wie kwam er binnen?</h1><p>Druk één keer voor elke bezoeker. Het telt per uur, zonder namen.</p></div></div>
{{>NOTICE}}
<form class="door" method="post" action="/door" data-door>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#BUTTON}}<button class="door__button" type="submit" name="reason" value="{{KEY}}" data-label="{{LABEL}}"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#{{ICON}}"></use></svg><span class="door__word">{{LABEL}}</span><span class="door__count"><b data-count>{{NUMBER}}</b> vandaag</span></button>
{{/BUTTON}}
</form>
<div class="door__last" data-door-server>
{{#UNDO}}<form class="door__undo" method="post" action="/door/undo"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="press" value="{{PRESS_ID}}"><p>{{UNDO_TEXT}}</p><button class="nl-button nl-button--secondary" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#undo"></use></svg>Haal weg</button></form>
{{/UNDO}}
</div>
<div class="door__undo" hidden data-door-undo><p role="status" data-door-last></p><button class="nl-button nl-button--secondary" type="button" data-door-undo-press><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#undo"></use></svg>Haal weg</button></div>
<p class="door__state" role="status" data-door-state></p>
<p class="notice notice--late" hidden data-door-login><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#lock"></use></svg><span class="notice__body"><a href="/door">Log opnieuw in</a> om te versturen. Wat u telde, blijft op dit apparaat staan.</span></p>
<details class="action door__week"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#event"></use></svg>Deze week</summary><div class="action__body">
<table class="table table--cards"><caption class="hidden">Bezoekers van de laatste zeven dagen</caption>
<thead><tr><th scope="col">Dag</th>{{#REASON_HEAD}}<th scope="col">{{LABEL}}</th>{{/REASON_HEAD}}<th scope="col">Samen</th></tr></thead>
<tbody>
{{#DAY}}<tr><th scope="row">{{DAY_LABEL}}</th>{{#CELL}}<td data-label="{{LABEL}}">{{TEXT}}</td>{{/CELL}}<td data-label="Samen"><strong>{{TOTAL}}</strong></td></tr>
{{/DAY}}
</tbody></table>
<p class="hint js-only">Zo stond het toen u deze bladzijde opende.</p>
</div></details>
</main>
{{>FOOT}}
