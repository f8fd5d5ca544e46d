// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace heliograph::delivery {

/// What is known of a message that a provider took: "Delivered", "Not delivered", "On its way", "Not heard yet".
[[nodiscard]] QString deliveryStateText(const QString& state);
/// Why it wasn't delivered, by its category from 900 to 920.
[[nodiscard]] QString deliveryCodeText(int code);

}  // namespace heliograph::delivery
