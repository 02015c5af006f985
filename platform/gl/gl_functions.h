// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/gl/gl_loader.h"

#include <GL/glcorearb.h> // types and constants only; this header is for .cpp files

namespace inloop::platform::gl {

// The few functions of OpenGL 3.0 that are used here.
struct GlFunctions {
    PFNGLBINDFRAMEBUFFERPROC bind_framebuffer = nullptr;
    PFNGLBINDTEXTUREPROC bind_texture = nullptr;
    PFNGLBLITFRAMEBUFFERPROC blit_framebuffer = nullptr;
    PFNGLCLEARPROC clear = nullptr;
    PFNGLCLEARCOLORPROC clear_color = nullptr;
    PFNGLDELETEFRAMEBUFFERSPROC delete_framebuffers = nullptr;
    PFNGLDELETETEXTURESPROC delete_textures = nullptr;
    PFNGLDISABLEPROC disable = nullptr;
    PFNGLFRAMEBUFFERTEXTURE2DPROC framebuffer_texture = nullptr;
    PFNGLGENFRAMEBUFFERSPROC gen_framebuffers = nullptr;
    PFNGLGENTEXTURESPROC gen_textures = nullptr;
    PFNGLGETERRORPROC get_error = nullptr;
    PFNGLGETINTEGERVPROC get_integer = nullptr;
    PFNGLGETSTRINGPROC get_string = nullptr;
    PFNGLPIXELSTOREIPROC pixel_store = nullptr;
    PFNGLREADPIXELSPROC read_pixels = nullptr;
    PFNGLTEXIMAGE2DPROC tex_image = nullptr;
    PFNGLTEXPARAMETERIPROC tex_parameter = nullptr;
    PFNGLTEXSUBIMAGE2DPROC tex_sub_image = nullptr;
    PFNGLVIEWPORTPROC viewport = nullptr;

    // `unsupported` when the context lacks one of them.
    [[nodiscard]] static Result<GlFunctions> load(GlLoader loader);
};

// A texture sampled at the nearest texel, border repeated, bound afterwards. 0 when the driver has
// none left.
[[nodiscard]] GLuint make_nearest_texture(GlFunctions const& gl);

// Forgets the errors of calls before, so that the next get_error() speaks of the next call.
void clear_errors(GlFunctions const& gl);

} // namespace inloop::platform::gl
