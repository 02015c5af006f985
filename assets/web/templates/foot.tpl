{{%AUTOESCAPE context="HTML"}}
{{#SIGNED_IN}}
<footer class="foot js-only">
<button class="switch" type="button" data-help><kbd>?</kbd> Sneltoetsen</button>
</footer>
<dialog class="help" aria-labelledby="help-title" data-help-dialog>
<h2 id="help-title">Sneltoetsen</h2>
<dl class="facts">
<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>Volgende en vorige regel</dd>
<dt><kbd>o</kbd></dt><dd>Open de regel</dd>
<dt><kbd>a</kbd></dt><dd>Naar uw antwoord</dd>
<dt><kbd>n</kbd></dt><dd>Volgende bericht</dd>
<dt><kbd>/</kbd></dt><dd>Zoeken</dd>
<dt><kbd>?</kbd></dt><dd>Deze lijst</dd>
</dl>
<div class="pick"><label><input type="checkbox" data-keys-off><strong>Zet sneltoetsen uit op dit apparaat</strong></label></div>
<form method="dialog"><button class="nl-button nl-button--primary nl-button--wide">Sluiten</button></form>
</dialog>
{{/SIGNED_IN}}
</body>
</html>
