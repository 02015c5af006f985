{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page page--narrow" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>{{NAME}} kan inloggen</h1><p>{{ROLE_LABEL}}</p></div></div>
<div class="notice notice--late notice--page"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#visibility"></use></svg><p class="notice__body">U ziet dit één keer. Laat {{NAME}} nu meekijken, of druk het af en geef het zelf.</p></div>
<ol class="steps">
<li class="card"><h2>1. Wachtzin</h2><p class="hint">Zes woorden, met een spatie ertussen.</p><p class="words">{{#WORD}}<span>{{WORD_TEXT}}</span> {{/WORD}}</p></li>
<li class="card totp"><div><h2>2. Code op de telefoon</h2><p>Open de app voor codes en scan dit vierkant.</p><p class="hint">Lukt scannen niet? Typ dan:</p><p class="secret">{{SECRET}}</p></div>
<svg class="qr" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" role="img" aria-label="QR-code voor de app"><path d="{{QR_PATH}}"></path></svg></li>
<li class="card"><h2>3. Probeer het</h2><p>Laat {{NAME}} meteen een keer inloggen.</p></li>
</ol>
<p class="row-of-buttons row-of-buttons--end screen-only"><button class="nl-button nl-button--secondary js-only" type="button" data-print><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#print"></use></svg>Druk af</button><a class="nl-button nl-button--primary" href="/people">Klaar</a></p>
</main>
{{>FOOT}}
