#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# shellcheck disable=SC2154 # rpi-image-gen sets IGconf_* and LAYER_DIR, genimage IMAGEMOUNTPATH
# Fills in genimage's template. rpi-image-gen hands over the root and the folder for the result.
set -eu
sed -e "s|<NAME>|$IGconf_image_name|g" \
    -e "s|<SUFFIX>|$IGconf_image_suffix|g" \
    -e "s|<DATA_SIZE>|$IGconf_image_data_part_size|g" \
    -e "s|<DISK_SIGNATURE>|$IGconf_image_disksig|g" \
    -e "s|<SETUP>|$LAYER_DIR/setup|g" \
    "$LAYER_DIR/genimage.cfg.in" >"$2/genimage.cfg"
