// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace heliograph::editors {

/// What can be written at a place in a Liquid source.
struct CompletionPlace {
  enum class Kind {
    None,    ///< plain text, a quoted text, or nothing that can be told
    Value,   ///< a variable: Profile.first_name, an own name
    Member,  ///< a property behind "Profile."
    Filter,  ///< behind |
    Tag,     ///< the first word behind {%
    Snippet  ///< the name behind render or include, in quotation marks or about to be
  };
  Kind kind = Kind::None;
  qsizetype begin = 0;  ///< bytes that a choice takes the place of: for a member from the root on, for a snippet with
                        ///< its quotation marks
  qsizetype end = 0;
  QString root;    ///< Member: what stands before the dot
  QString typed;   ///< what narrows the choice: the word up to the caret
  char quote = 0;  ///< Snippet: the mark that was typed

  bool operator==(const CompletionPlace&) const = default;
};

/// What can be written at byte `caret`; also in a source that is still full of faults.
[[nodiscard]] CompletionPlace completionPlace(const QByteArray& source, qsizetype caret);

/// The names that a source gives values itself (assign, capture, for, increment), each once, sorted.
[[nodiscard]] QStringList ownNames(const QByteArray& source);

}  // namespace heliograph::editors
