{{%AUTOESCAPE context="HTML"}}
{{#MAP}}
<svg class="map" viewBox="0 0 400 300" role="img" aria-label="{{MAP_LABEL}}">
<rect width="400" height="300" rx="10" class="map__ground"></rect>
{{#AREA}}<path class="map__{{AREA_KIND}}" d="{{PATH}}"></path>
{{/AREA}}
{{#STREET}}<path class="map__street map__street--{{SHADE}}" d="{{PATH}}"></path>
{{/STREET}}
{{#STREET_NAME}}<text class="map__name" x="{{X}}" y="{{Y}}" text-anchor="middle">{{TEXT}}</text>
{{/STREET_NAME}}
{{#DOOR}}<g transform="translate({{X}} {{Y}})"><rect x="-8" y="-22" width="16" height="22" rx="2" class="map__frame"></rect><path class="map__leaf" d="M-2-18 6-20V0l-8-2z"></path></g>
{{/DOOR}}
{{#SPOT}}<g transform="translate({{X}} {{Y}})"><path class="map__pin" d="M0 0-11-17H11z"></path><circle class="map__pin" cx="0" cy="-22" r="13"></circle><circle class="map__pin-eye" cx="0" cy="-22" r="5"></circle></g>
{{/SPOT}}
</svg>
{{/MAP}}
