{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page page--narrow login" id="inhoud">
<h1>Inloggen</h1>
<p class="lead">Het logboek van {{SITE}}.</p>
{{>NOTICE}}
<form class="card fields" method="post" action="/login" autocomplete="on">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="next" value="{{NEXT_PAGE}}">
<div class="field"><label for="name">Naam</label><input class="utrecht-textbox utrecht-textbox--html-input" id="name" name="name" value="{{NAME}}" autocomplete="username" autocapitalize="none" spellcheck="false" required></div>
<div class="field"><label for="passphrase">Wachtzin</label><p class="hint" id="passphrase-hint">Zes woorden met een spatie ertussen.</p><input class="utrecht-textbox utrecht-textbox--html-input" id="passphrase" name="passphrase" type="password" autocomplete="current-password" autocapitalize="none" spellcheck="false" aria-describedby="passphrase-hint" required><div class="pick js-only login__show"><label><input type="checkbox" data-show="passphrase"><strong>Laat zien wat ik typ</strong></label></div></div>
<div class="field field--short"><label for="code">Code</label><p class="hint" id="code-hint">Zes cijfers uit de app op uw telefoon.</p><input class="utrecht-textbox utrecht-textbox--html-input code-field" id="code" name="code" inputmode="numeric" pattern="[0-9 ]{6,7}" maxlength="7" autocomplete="one-time-code" aria-describedby="code-hint" required></div>
<button class="nl-button nl-button--primary nl-button--wide" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#lock_open"></use></svg>Log in</button>
</form>
<p class="hint login__help">Lukt het niet? Vraag de projectleider. Een nieuwe wachtzin maken duurt een minuut.</p>
</main>
{{>FOOT}}
