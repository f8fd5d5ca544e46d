// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace heliograph::audience {

/// The workspace counts changes of people for each so many bits of ids (people_block; its triggers say the same).
inline constexpr int kPeopleBlockBits = 14;

}  // namespace heliograph::audience
