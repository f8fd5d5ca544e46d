// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

namespace heliograph::editors {

/// Something that mends a problem, offered where the problem stands.
struct EditorFix {
  enum class Act {
    Write,        ///< puts `with` in place of bytes [begin, end) of the source
    AskFallback,  ///< asks for the fallback of the output at `begin`
    Other         ///< what `name` says; done by whoever gave the problem
  };
  QString text;  ///< as it is offered: "Replace with '"
  Act act = Act::Write;
  qsizetype begin = 0;
  qsizetype end = 0;
  QByteArray with = {};
  QString name = {};

  bool operator==(const EditorFix&) const = default;
};

/// A stretch of the source with something a person should see.
struct EditorProblem {
  enum class Kind {
    Fault,    ///< waves: Liquid that doesn't work, or that leaves a gap
    Costly,   ///< a tint: characters that make the text UCS-2
    Spelling  ///< waves of another colour
  };
  qsizetype begin = 0;  ///< byte range in the source
  qsizetype end = 0;
  QString text;         ///< a sentence for the tooltip and the menu
  bool blocks = false;  ///< an error, else worth a look
  Kind kind = Kind::Fault;
  std::vector<EditorFix> fixes = {};  ///< the likeliest first

  bool operator==(const EditorProblem&) const = default;
};

}  // namespace heliograph::editors
