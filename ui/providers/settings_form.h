// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>
#include <QWidget>
#include <vector>

#include "providers/definition/provider_definition.h"
#include "providers/provider.h"

class QVBoxLayout;

namespace heliograph::ui {

class Fold;
class SettingEditor;

/// The fields that a definition asks for, of a provider or a link shortener; the rare ones folded under "Advanced".
class SettingsForm final : public QWidget {
  Q_OBJECT
 public:
  explicit SettingsForm(QWidget* parent = nullptr);

  /// Asks for these; what was typed is gone. In their texts `tokens` are offered while they are typed.
  void build(const std::vector<providers::SettingField>& fields, const QStringList& tokens = {});
  /// Puts the fields behind `last` in the Tab order, and gives the last one of them.
  QWidget* tabAfter(QWidget* last);

  /// As they stand in a provider's settings.
  [[nodiscard]] QJsonObject values() const;
  /// Fills in what is there; other fields stay as they are.
  void setValues(const QJsonObject& values);
  /// Fills in what is there; what isn't is as it was at the beginning, but for what stands under "Advanced".
  void replaceValues(const QJsonObject& values);
  /// The secrets as typed, of the fields that are asked for.
  [[nodiscard]] QHash<QString, QString> secrets() const;
  void setSecrets(const QHash<QString, QString>& secrets);
  /// Says in secret fields that there is one already, and in those that are missing that there is none any more.
  void setSecretsKnown(const QSet<QString>& missing = {});
  /// Also asks for these secrets, which the settings only name, and for no others of that kind.
  void askSecrets(const std::vector<providers::SettingField>& fields);

  /// Shows the fields that apply to these settings.
  void showApplying(const providers::Provider& provider, const providers::ProviderDefinition& definition);
  /// Shows what is wrong at the fields a person has been at.
  void showTouched(const std::vector<providers::FieldError>& errors);
  /// Shows all that is wrong at its fields, the keyboard at the first; gives what is wrong elsewhere.
  std::vector<providers::FieldError> showErrors(const std::vector<providers::FieldError>& errors);

 Q_SIGNALS:
  void edited();

 private:
  [[nodiscard]] SettingEditor* editorOf(const QString& field) const;
  void showSummary();

  QVBoxLayout* m_fields;
  Fold* m_advanced;
  std::vector<SettingEditor*> m_editors;
  std::vector<SettingEditor*> m_secretEditors;  ///< of secrets that other fields name
  QHash<QString, QString> m_secrets;            ///< filled in before their fields are there
  bool m_secretsKnown = false;
  QSet<QString> m_missing;
  QSet<QString> m_touched;
  QHash<QString, QJsonValue> m_usual;  ///< what stands under "Advanced" at the beginning
};

}  // namespace heliograph::ui
