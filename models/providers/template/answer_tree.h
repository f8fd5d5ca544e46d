// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <utility>
#include <vector>

#include "core/result.h"

namespace heliograph::providers {

/// How a provider's answer is written.
enum class AnswerFormat {
  Json,
  Xml,   ///< attributes are children named "@name"; document types and entities of one's own are refused
  Text,  ///< one text
  None,  ///< the body isn't read at all; only the HTTP status counts
};

/// One value of a parsed answer, the same for every format: a text (numbers and truth values in JSON's spelling),
/// or named children, or a list.
struct AnswerNode {
  enum class Kind { Nothing, Text, List, Named };

  Kind kind = Kind::Nothing;
  QString text;                                          ///< of Text
  std::vector<std::pair<QString, AnswerNode>> children;  ///< of List (names empty) and Named, in order

  /// The first child of that name; null when there is none.
  [[nodiscard]] const AnswerNode* child(QStringView name) const;
};

/// Reads an answer's body. Error: Refused when it isn't what `format` says (HTML, cut short, empty, nested too deeply).
[[nodiscard]] Result<AnswerNode> parseAnswer(const QByteArray& body, AnswerFormat format);

}  // namespace heliograph::providers
