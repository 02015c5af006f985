// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace inloop::platform {

// Gives the address of an OpenGL function of the current context by its name, or nullptr. SDL and
// GLFW each have one. Nothing here is linked to a GL library, so that none is loaded where the
// painter draws.
using GlLoader = void* (*)(char const* name);

} // namespace inloop::platform
