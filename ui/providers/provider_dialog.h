// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <functional>
#include <optional>

#include "core/result.h"
#include "providers/provider.h"
#include "ui/providers/store_provider.h"
#include "ui/services.h"

class QScrollArea;

namespace heliograph::ui {

class Button;
class Label;
enum class Ink;
class ProviderForm;
class RequestView;

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
  QWidget* makeButtons();
  void showKind();
  void setMiddleWidth(int wanted);
  void say(const QString& words, Ink ink);
  void showFocused();
  [[nodiscard]] static QString verifyTip();
  void showRequest();
  /// Stores it, if it can be, and goes on with its id.
  void store(std::function<void(ProviderId)> then);
  void stay(ProviderId id, std::function<void()> then);
  void save();
  void verify();
  void showVerdict(const Result<ProviderVerdict>& verdict);
  void sendTest();
  void notSaved(const Error& error);

  Services& m_services;
  std::optional<providers::Provider> m_before;
  QScrollArea* m_scroll;
  ProviderForm* m_form;
  Label* m_problem;
  RequestView* m_request;
  Button* m_verify;
  Button* m_test;
  Button* m_save;
  Button* m_cancel;
  QWidget* m_buttons;
  KeepSecrets m_keep = KeepSecrets::ToStay;
};

}  // namespace heliograph::ui
