// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QHash>
#include <QSet>
#include <functional>
#include <optional>
#include <vector>

#include "core/result.h"
#include "providers/curl_import.h"
#include "providers/provider.h"
#include "ui/providers/store_provider.h"
#include "ui/services.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class CallbackNote;
class CurlPanel;
class Fold;
class Label;
class RequestView;
class SettingEditor;

/// Adds a provider or edits one: its kind, its name, and the fields its definition asks for; of one that is described
/// by hand also what is sent, as it is typed. Secrets go to the secret store and are never shown again.
class ProviderDialog final : public QDialog {
  Q_OBJECT
 public:
  /// Without a provider a new one is made.
  ProviderDialog(Services& services, const std::optional<providers::Provider>& provider, QWidget* parent = nullptr);

 Q_SIGNALS:
  void stored(heliograph::ProviderId id);

 private:
  void arrange();
  QWidget* makeFields();
  QWidget* makeButtons();
  void chooseKind(int row);
  void buildEditors();
  void fillEditors();
  void refreshConditions();
  void follow(const SettingEditor* editor);
  void showRequest();
  void showTouched(const std::vector<providers::FieldError>& errors);
  void fillIn(const providers::CurlImport& made);
  void askSecrets(const providers::ProviderDefinition& made);
  void showErrors(const std::vector<providers::FieldError>& errors);
  /// Stores it, if it can be, and goes on with its id.
  void store(std::function<void(ProviderId)> then);
  void stay(ProviderId id, std::function<void()> then);
  void save();
  void verify();
  void showVerdict(const Result<ProviderVerdict>& verdict);
  void sendTest();
  void notSaved(const Error& error);
  [[nodiscard]] const providers::ProviderDefinition& kind() const;
  [[nodiscard]] providers::Provider edited() const;
  [[nodiscard]] QHash<QString, QString> typedSecrets() const;
  [[nodiscard]] std::vector<providers::FieldError> missingSecrets(const providers::Provider& provider) const;

  Services& m_services;
  std::optional<providers::Provider> m_before;
  QComboBox* m_kind;
  Label* m_summary;
  QLineEdit* m_name;
  Label* m_problem;
  QVBoxLayout* m_fields;
  Fold* m_advanced;
  CallbackNote* m_callback;
  CurlPanel* m_curl;
  Fold* m_curlFold;
  RequestView* m_request;
  Button* m_verify;
  Button* m_test;
  Button* m_save;
  QWidget* m_buttons;
  KeepSecrets m_keep = KeepSecrets::ToStay;
  std::vector<SettingEditor*> m_editors;
  std::vector<SettingEditor*> m_secretEditors;  ///< of secrets that the JSON names ($$Secret_…)
  QHash<QString, QString> m_imported;           ///< secrets of a curl command, until their fields are there
  QSet<QString> m_touched;  ///< fields that were edited: only their mistakes are shown before it is saved
};

}  // namespace heliograph::ui
