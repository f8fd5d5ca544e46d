// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/property_choice.h"
#include "message/personalisation_token.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace heliograph::editors {

/// The little panel under a pill: which property, how a date is written, and what people
/// without a value read. Enter takes it, Esc leaves the
/// pill as it was, a click elsewhere takes it too.
class TokenPrompt final : public QFrame {
  Q_OBJECT
 public:
  explicit TokenPrompt(QWidget* window);

  void setTheme(const EditorTheme& theme);
  /// Asks for the fallback of a pill that was just inserted, and how a date is written: the property is settled.
  void askFallback(const message::PersonalisationToken& token, bool isDate, const QRect& anchor);
  /// Asks for both.
  void edit(const message::PersonalisationToken& token, const std::vector<PropertyChoice>& choices,
            const QRect& anchor);
  /// Closes it without an answer, as what it asked about has changed.
  void dismiss();

 Q_SIGNALS:
  void accepted(const heliograph::message::PersonalisationToken& token);
  /// It is gone, whether taken or not; the editor wants the keyboard back when `byKey`.
  void finished(bool byKey);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void open(const message::PersonalisationToken& token, bool isDate, const QRect& anchor);
  void fillFormats(const QString& current);
  void showFormats(bool isDate);
  void fit();
  void close(bool take, bool byKey);
  [[nodiscard]] message::PersonalisationToken answer() const;

  EditorTheme m_theme;
  message::PersonalisationToken m_token;
  std::vector<PropertyChoice> m_choices;
  QRect m_anchor;
  QComboBox* m_property;
  QComboBox* m_format;
  QLabel* m_question;
  QLineEdit* m_fallback;
  QLabel* m_hint;
};

}  // namespace heliograph::editors
