// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace heliograph::cli {

/// A figure of /proc/self/status ("VmRSS", "VmHWM") in MB (10^6 bytes); -1 if there is none.
[[nodiscard]] double memoryMegabytes(const QByteArray& name);

/// Lets the peak VmHWM begin at what is used now.
void forgetMemoryPeak();

}  // namespace heliograph::cli
