// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringListModel>

class QCompleter;
class QLineEdit;
class QPlainTextEdit;

namespace heliograph::ui {

/// Offers the tokens of a provider's settings ($$To, $$Body …) as soon as a dollar sign is typed in a field.
class TokenCompletion final : public QObject {
  Q_OBJECT
 public:
  TokenCompletion(QLineEdit& field, const QStringList& tokens);
  TokenCompletion(QPlainTextEdit& field, const QStringList& tokens);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void make(QWidget& field, const QStringList& tokens);
  void offer();
  void put(const QString& token);
  [[nodiscard]] QString before() const;
  [[nodiscard]] QString begun() const;

  QLineEdit* m_line = nullptr;
  QPlainTextEdit* m_text = nullptr;
  QStringList m_tokens;
  QStringListModel m_matching;
  QCompleter* m_completer = nullptr;
};

}  // namespace heliograph::ui
