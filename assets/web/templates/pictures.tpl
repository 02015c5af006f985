{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Foto’s</h1><p>Deze foto’s kunt u in een pagina zetten.</p></div></div>
{{>NOTICE}}
<div class="split">
<ul class="pictures" aria-label="Alle foto’s">
{{#PICTURE}}<li class="card picture"><img src="{{HREF}}" alt="{{ALT}}" loading="lazy">
<p><strong>{{ALT}}</strong></p><p class="hint">{{NAME}}</p>
{{#SHIPPED}}<p><span class="nl-data-badge nl-data-badge--plain">Hoort bij de kiosk</span></p>{{/SHIPPED}}{{#REMOVE}}<form method="post" action="/pictures/remove"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="name" value="{{NAME}}"><button class="nl-button nl-button--secondary" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#delete_outline"></use></svg>Haal weg<span class="hidden">: {{ALT}}</span></button></form>{{/REMOVE}}</li>
{{/PICTURE}}
</ul>
<section class="card aside-first" aria-labelledby="add-title">
<h2 id="add-title">Voeg een foto toe</h2>
<form class="fields" method="post" action="/pictures" enctype="multipart/form-data" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field"><label for="file">Foto</label><p class="hint" id="file-hint">{{LIMIT_TEXT}} Geen foto waarop iemand te herkennen is.</p><input class="utrecht-textbox utrecht-textbox--html-input file" id="file" type="file" name="file" accept="image/png,image/jpeg,image/webp" aria-describedby="file-hint" required></div>
<div class="field"><label for="alt">Wat staat erop?</label><p class="hint" id="alt-hint">Voor wie het niet kan zien. Het scherm leest het voor.</p><input class="utrecht-textbox utrecht-textbox--html-input" id="alt" name="alt" value="{{ALT}}" maxlength="300" autocomplete="off" aria-describedby="alt-hint" required></div>
<button class="nl-button nl-button--primary nl-button--wide" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#add_photo_alternate"></use></svg>Voeg toe</button>
</form>
</section>
</div>
</main>
{{>FOOT}}
