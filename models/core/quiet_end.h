// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace heliograph {

/// From now on a program that breaks down leaves nothing of what it was working on: no image of its memory, in which
/// secrets, numbers and texts stand, and of an exception that nobody caught no words, which may quote them.
void endQuietly();

}  // namespace heliograph
