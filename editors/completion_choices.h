// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <vector>

#include "editors/completion_place.h"
#include "editors/property_choice.h"
#include "message/compiled_message.h"

namespace heliograph::editors {

/// The variables that can be printed or compared: properties with their roots, the campaign's, and the source's own.
[[nodiscard]] std::vector<PropertyChoice> valueChoices(const std::vector<PropertyChoice>& properties,
                                                       const QStringList& ownNames);
/// The properties of one root. Those that begin with what was typed come first, here and below.
[[nodiscard]] std::vector<PropertyChoice> memberChoices(const std::vector<PropertyChoice>& properties,
                                                        const QString& root, const QString& typed);
/// All filters, each with how it is written, what it does and an example.
[[nodiscard]] std::vector<PropertyChoice> filterChoices(const QString& typed);
/// All tags, likewise.
[[nodiscard]] std::vector<PropertyChoice> tagChoices(const QString& typed);

/// The snippets of the library, each with the beginning of its text.
[[nodiscard]] std::vector<PropertyChoice> snippetChoices(const message::Snippets& snippets, const QString& typed);

/// What to write for a choice at a place, without blanks around it.
[[nodiscard]] QByteArray completedText(const CompletionPlace& place, const PropertyChoice& choice);

}  // namespace heliograph::editors
