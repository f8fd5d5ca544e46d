// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <optional>
#include <vector>

#include "core/money.h"
#include "message/costly_marks.h"
#include "message/message_lint.h"
#include "ui/theme/tone.h"

namespace heliograph::ui {

/// What a link at the end of a line does.
struct MessageMendAction {
  enum class Act {
    GoThere,      ///< selects bytes [begin, end)
    AddFallback,  ///< asks for the fallback of the output at `begin`
    ShowPeople,   ///< shows those without the property called `with`
    Write,        ///< puts `with` in place of bytes [begin, end)
    Exchange,     ///< writes all costly characters otherwise
    GoToField,    ///< leads to the field for the provider called `with`
    MapLinked,    ///< leads to what fills the parameters of linked content
    OpenLinked,   ///< leads to the sources of linked content
    OpenSnippet   ///< leads to the snippet called `with`
  };
  Act act = Act::GoThere;
  QString text;
  qsizetype begin = 0;
  qsizetype end = 0;
  QByteArray with;

  bool operator==(const MessageMendAction&) const = default;
};

/// A line under the message editor: what is wrong and what mends it.
struct MessageLine {
  Tone tone = Tone::Attention;
  QString html;
  std::vector<MessageMendAction> actions;  ///< the mend first

  bool operator==(const MessageLine&) const = default;
};

/// What the characters that are costly make longer.
struct CostlyOutcome {
  qint64 texts = 0;  ///< that take more parts than they need to
  qint64 parts = 0;  ///< more than without
  MoneySum cost;     ///< likewise

  bool operator==(const CostlyOutcome&) const = default;
};

/// What was counted about a message; of an earlier state while counting.
struct MessageFacts {
  bool counted = false;
  QMap<QString, qint64> missing;  ///< property -> people who read a gap
  std::optional<CostlyOutcome> costly;
};

/// The lines for a source: its problems, with how many people each gap concerns as far as that was counted, then the
/// characters that make texts longer than they need be.
[[nodiscard]] std::vector<MessageLine> messageLines(const QByteArray& source,
                                                    const std::vector<message::MessageProblem>& problems,
                                                    const std::vector<message::CostlyMark>& marks,
                                                    const MessageFacts& facts);

/// Whether it is mended where the sources of linked content are.
[[nodiscard]] bool isAboutLinked(const message::MessageProblem& problem);

/// Whether the counted audience has nobody whom the problem concerns.
[[nodiscard]] bool isHarmless(const message::MessageProblem& problem, const MessageFacts& facts);

/// How many characters make the message Unicode and can be replaced; 0 if others would keep it Unicode anyway.
[[nodiscard]] int mendableCostly(const std::vector<message::CostlyMark>& marks);

}  // namespace heliograph::ui
