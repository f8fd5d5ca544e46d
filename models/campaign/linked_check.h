// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "campaign/campaign.h"
#include "campaign/issue.h"
#include "library/linked_source_repository.h"
#include "message/message_lint.h"

namespace heliograph::campaign {

/// A source as drafts are checked against it.
struct KnownSource {
  QString name;
  QStringList labels;      ///< that a message may read
  QStringList secrets;     ///< labels that it may not
  QStringList parameters;  ///< that a campaign has to fill
  bool hasAnswer = false;  ///< a test gave one: previews have something to show

  bool operator==(const KnownSource&) const = default;
};

/// The sources of the workspace.
[[nodiscard]] Result<std::vector<KnownSource>> knownSources(const library::LinkedSourceRepository& sources);

/// The sources that the copies of a campaign read, each once; of copies that can't be read none.
[[nodiscard]] QStringList sourcesRead(const Campaign& campaign, const message::Snippets& snippets);

/// The parameters of a source that a campaign doesn't fill.
[[nodiscard]] QStringList unmappedParameters(const Campaign& campaign, const KnownSource& source);

/// What is wrong with the linked content that a copy reads: "linked_unknown_source", "linked_unknown_label",
/// "linked_secret_label", with what most likely was meant. Of a copy that can't be read nothing.
[[nodiscard]] std::vector<message::MessageProblem> lintLinked(const QByteArray& copy,
                                                              const std::vector<KnownSource>& known,
                                                              const message::Snippets& snippets);

/// What is wrong with the linked content that a campaign reads: "linked_unknown_source", "linked_unknown_label",
/// "linked_secret_label" at their places in the copies (fields "message", "message:1"), "linked_unmapped" and
/// "linked_property" (field "linked"), and "linked_no_answer", which only means that previews have nothing to show.
[[nodiscard]] std::vector<Issue> checkLinked(const Campaign& campaign, const std::vector<KnownSource>& known,
                                             const message::Snippets& snippets, const QStringList& properties);

}  // namespace heliograph::campaign
