// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

#include "message/message_lint.h"
#include "ui/theme/tone.h"

namespace heliograph::ui {

/// A line under the message editor: what is wrong and what mends it.
struct MessageLine {
  enum class Fix { Show, AddFallback, Replace };

  Tone tone = Tone::Attention;
  QString html;
  Fix fix = Fix::Show;
  QString fixText;
  qsizetype begin = 0;  ///< bytes of the source the fix is about
  qsizetype end = 0;
  QString character;    ///< Replace: each of these
  QString replacement;  ///< Replace: by this

  bool operator==(const MessageLine&) const = default;
};

/// The lines for a source: its problems, with how many people each gap concerns as far as that was counted, then the
/// characters that make texts longer than they need be.
[[nodiscard]] std::vector<MessageLine> messageLines(const QByteArray& source,
                                                    const std::vector<message::MessageProblem>& problems,
                                                    const QMap<QString, qint64>& missing);

/// The source with every `character` that stands in plain text replaced.
[[nodiscard]] QByteArray replaceInText(const QByteArray& source, const QString& character, const QString& replacement);

}  // namespace heliograph::ui
