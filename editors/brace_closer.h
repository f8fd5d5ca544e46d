// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace heliograph::editors {

class CodeEdit;

/// Closes braces while they are typed: "{{" gets its "}}" and "{%" its "%}" behind the caret, and typing them anyway
/// goes over what stands there.
class BraceCloser final : public QObject {
  Q_OBJECT
 public:
  explicit BraceCloser(CodeEdit* editor);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool open(char typed);
  bool goOver(char typed);
  bool deletePair();

  CodeEdit* m_editor;
};

}  // namespace heliograph::editors
