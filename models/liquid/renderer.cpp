// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/renderer.h"

#include "liquid/machine.h"

namespace heliograph::liquid {

Renderer::Renderer() : m_machine(std::make_unique<Machine>()) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

RenderResult Renderer::render(const Template& compiled, std::span<const Root> roots, const RenderOptions& options) {
  return m_machine->render(compiled.program(), roots, options);
}

}  // namespace heliograph::liquid
