// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <map>
#include <vector>

#include "core/result.h"
#include "liquid/template.h"
#include "message/compiled_message.h"

namespace heliograph::message {

/// One snippet that a text asks for, by itself or through another snippet.
struct SnippetUse {
  QString name;         ///< empty: only known while rendering
  bool direct = false;  ///< the text itself asks for it
  qsizetype begin = 0;  ///< byte range in the text of the name, or of the name of the snippet that leads to it
  qsizetype end = 0;
};

/// The snippets that a text asks for and those that they ask for themselves, each once for each place in the text. Also
/// those that aren't there. Snippets that can't be read ask for none.
[[nodiscard]] std::vector<SnippetUse> snippetUses(const QByteArray& source, const Snippets& snippets);

/// The snippets out of these that rendering the texts may need: what they ask for, or all when a name is only known
/// while rendering.
[[nodiscard]] Snippets usedSnippets(const std::vector<QByteArray>& sources, const Snippets& snippets);

/// The properties that the snippets of these tags read, as far as they can be read, with the places of the tags.
[[nodiscard]] std::vector<PropertyUse> snippetProperties(const std::vector<liquid::PartialUse>& uses,
                                                         const Snippets& snippets);

/// The compiled snippets that a parsed text needs, and the properties that they read, with the place of the tag in
/// the text. Errors: InvalidInput when one isn't there or can't be read.
struct CompiledSnippets {
  liquid::Partials partials;
  std::vector<PropertyUse> properties;
};
[[nodiscard]] Result<CompiledSnippets> compileSnippets(const std::vector<liquid::PartialUse>& uses,
                                                       const Snippets& snippets);

}  // namespace heliograph::message
