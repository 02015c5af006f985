{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page page--narrow" id="inhoud">
<p><a class="back" href="/kiosks"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#arrow_back"></use></svg>Kiosken</a></p>
<div class="page-head"><div class="page-head__words"><h1>Koppel een kiosk</h1></div></div>
{{>NOTICE}}
<ol class="steps">
{{#WAIT}}
<li class="card" data-reload="5"><h2>1. Typ deze code op de kiosk</h2><p class="hint">Bij de kiosk: houd het merk rechtsboven vijf tellen vast en kies Koppel met het logboek.</p><p class="pair-code" aria-label="Code">{{#PART}}<span>{{PART_TEXT}}</span> {{/PART}}</p><p class="hint">Geldig tot {{UNTIL}}. Werkt één keer.</p></li>
<li class="card"><h2>2. Vergelijk vijf woorden</h2><p class="hint">Zodra de kiosk de code heeft, staan ze hier.</p><p class="row-of-buttons"><a class="nl-button nl-button--secondary" href="/kiosks/pair"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#refresh"></use></svg>Kijk opnieuw</a></p></li>
{{/WAIT}}
{{#COMPARE}}
<li class="card"><h2>2. Staan deze vijf woorden ook op de kiosk?</h2><p class="hint">Alle vijf, in deze volgorde.</p><p class="words">{{#WORD}}<span>{{WORD_TEXT}}</span> {{/WORD}}</p>
<form class="stack" method="post" action="/kiosks/pair/confirm"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="pairing" value="{{PAIRING}}">
<div class="field"><label for="kiosk-name">Hoe heet deze kiosk?</label><input class="utrecht-textbox utrecht-textbox--html-input" id="kiosk-name" name="name" value="{{KIOSK_NAME}}" maxlength="60" autocomplete="off" required></div>
<div class="row-of-buttons row-of-buttons--end"><button class="nl-button nl-button--secondary" type="submit" name="same" value="no" formnovalidate>Nee, ze zijn anders</button><button class="nl-button nl-button--primary" type="submit" name="same" value="yes"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check"></use></svg>Ja, precies zo</button></div>
</form></li>
{{/COMPARE}}
</ol>
</main>
{{>FOOT}}
