// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "liquid/limits.h"
#include "liquid/template.h"
#include "liquid/value.h"

namespace heliograph::liquid {

class Machine;
class TimeZone;

/// A variable that a template can see from outside: "Profile" and its value.
struct Root {
  std::string_view name;
  Value value;
  bool everywhere = false;  ///< also inside of a rendered snippet, which sees no other variables of its caller
};

/// How a render ended.
enum class RenderStatus { Ok, Error, Aborted };

/// What one render gave.
struct RenderResult {
  RenderStatus status = RenderStatus::Ok;
  std::string_view output;  ///< valid until the next render by the same renderer; empty unless Ok
  std::string message;      ///< why it failed, or the reason given to abort (may be empty)
  int line = 0;             ///< where it failed or aborted (from 1); 0 when Ok
  int column = 0;
  bool ok() const { return status == RenderStatus::Ok; }
};

/// What a render depends on besides the template and the data.
struct RenderOptions {
  Limits limits;
  std::int64_t now = 0;                ///< Unix seconds, for 'now' | date
  const TimeZone* zone = nullptr;      ///< of dates that name none; UTC when null
  const Partials* partials = nullptr;  ///< for include and render
};

/// Renders templates, one after the other, into memory that it uses again. One renderer a thread; templates, shapes and
/// partials are shared.
class Renderer {
 public:
  Renderer();
  ~Renderer();
  Renderer(Renderer&&) noexcept;
  Renderer& operator=(Renderer&&) noexcept;

  /// Never throws for what a template does; a fault is a result. The roots are looked up by name, the first one wins.
  RenderResult render(const Template& compiled, std::span<const Root> roots, const RenderOptions& options = {});

 private:
  std::unique_ptr<Machine> m_machine;
};

}  // namespace heliograph::liquid
