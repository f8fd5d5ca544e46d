// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "providers/template/setting_field.h"

namespace heliograph::providers {

/// The optional setting that every kind of provider has beside its own: the countries that an instance covers, as ISO
/// 3166 codes ("IN, GB").
[[nodiscard]] SettingField countriesField();

/// The codes of such a setting, in capitals, each once, sorted; what isn't a code stays as it is.
[[nodiscard]] QStringList countryCodes(const QString& text);

}  // namespace heliograph::providers
