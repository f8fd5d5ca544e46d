// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>

namespace heliograph::test {

/// The file of Vonage's OpenAPI description of sending a message beside the checkout; empty when it isn't there. It
/// isn't part of the project.
[[nodiscard]] QString vonageSpecificationFile();

/// The fields a message may have by that description, with which an unknown one is caught; nothing without the file.
[[nodiscard]] std::optional<QStringList> vonageMessageFields();

}  // namespace heliograph::test
