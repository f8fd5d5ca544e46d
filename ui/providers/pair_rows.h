// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QWidget>
#include <vector>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace heliograph::ui {

class Button;

/// Pairs of a name and a value, a row each. The value of a secret one goes to the secret store and is never shown
/// again.
class PairRows final : public QWidget {
  Q_OBJECT
 public:
  /// `field` is the setting's name, `label` its words; `tokens` are offered in values.
  PairRows(const QString& field, const QString& label, const QStringList& tokens, QWidget* parent = nullptr);

  /// As they stand in a provider's settings; rows without a name are left out.
  [[nodiscard]] QJsonArray value() const;
  void setValue(const QJsonArray& pairs);
  /// The secrets that were typed, by the field of the secret store.
  [[nodiscard]] QHash<QString, QString> secrets() const;
  /// Fills secrets in as if they were typed.
  void setSecrets(const QHash<QString, QString>& secrets);
  /// Says in the secret ones that there is a value already.
  void setSecretsKnown();
  void focusFirst();

 Q_SIGNALS:
  void edited();

 private:
  struct Row {
    QWidget* widget;
    QLineEdit* name;
    QLineEdit* value;
    QCheckBox* secret;
    QString secretField;  ///< under which it is kept already; empty: not yet
  };

  Row& addRow();
  void removeRow(const QWidget* widget);
  static void showSecrecy(const Row& row);
  [[nodiscard]] QString secretField(const Row& row) const;

  QString m_field;
  QString m_label;
  QStringList m_tokens;
  QVBoxLayout* m_column;
  Button* m_add;
  std::vector<Row> m_rows;
};

}  // namespace heliograph::ui
