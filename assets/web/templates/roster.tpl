{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Rooster</h1><p>Hieruit komt wat de bezoeker hoort: wanneer er iemand is en wanneer een bericht wordt gelezen. Tijden zoals 9:00 of 13:30.</p></div></div>
{{>NOTICE}}
<nav class="views" aria-label="Weken"><ul class="tabs">
{{#WEEK}}<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/WEEK}}
</ul></nav>
<form class="card" method="post" action="/roster" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="week" value="{{WEEK_KEY}}">
<ul class="days">
{{#DAY}}
<li class="day"><fieldset><legend>{{DAY_LABEL}}</legend>
<div class="day__row"><div class="day__shifts">
{{#SHIFT}}<div class="shift{{#PROBLEM}} shift--wrong{{/PROBLEM}}">
<label for="from-{{SHIFT_KEY}}">Van<span class="hidden"> {{DAY_LABEL}} dienst {{SHIFT_NUMBER}}</span></label><input class="utrecht-textbox utrecht-textbox--html-input" type="text" inputmode="numeric" pattern="([01]?[0-9]|2[0-3])[:.]?[0-5][0-9]" maxlength="5" autocomplete="off" title="Een tijd, zoals 13:00" id="from-{{SHIFT_KEY}}" name="from_{{SHIFT_KEY}}" value="{{FROM}}">
<label for="until-{{SHIFT_KEY}}">tot<span class="hidden"> {{DAY_LABEL}} dienst {{SHIFT_NUMBER}}</span></label><input class="utrecht-textbox utrecht-textbox--html-input" type="text" inputmode="numeric" pattern="([01]?[0-9]|2[0-3])[:.]?[0-5][0-9]" maxlength="5" autocomplete="off" title="Een tijd, zoals 13:00" id="until-{{SHIFT_KEY}}" name="until_{{SHIFT_KEY}}" value="{{UNTIL}}">
<label class="hidden" for="who-{{SHIFT_KEY}}">Wat, {{DAY_LABEL}} dienst {{SHIFT_NUMBER}}</label><select class="utrecht-select utrecht-select--html-select" id="who-{{SHIFT_KEY}}" name="who_{{SHIFT_KEY}}"><option value="">Wat?</option>{{#WHO}}<option value="{{KEY}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/WHO}}</select>
{{#PROBLEM}}<p class="problem"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg>{{PROBLEM_TEXT}}</p>{{/PROBLEM}}
</div>
{{/SHIFT}}
</div>
<div class="pick"><label><input type="checkbox" name="closed_{{DATE}}" value="yes"{{#CLOSED}} checked{{/CLOSED}}><strong>Dicht</strong></label></div></div>
</fieldset></li>
{{/DAY}}
</ul>
<div class="answer-foot"><button class="nl-button nl-button--secondary" type="submit" form="copy-week" name="do" value="copy">Neem vorige week over</button><p class="row-of-buttons row-of-buttons--end thumb"><button class="nl-button nl-button--primary" type="submit" name="do" value="save"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check"></use></svg>Bewaar rooster</button></p></div>
</form>
<form method="post" action="/roster" id="copy-week"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="week" value="{{WEEK_KEY}}"></form>
</main>
{{>FOOT}}
