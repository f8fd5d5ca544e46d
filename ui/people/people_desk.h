// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "audience/profile.h"
#include "core/background.h"
#include "ui/services.h"

namespace heliograph::ui {

/// What is done with people who were chosen, off the GUI thread.
class PeopleDesk final : public QObject {
  Q_OBJECT
 public:
  explicit PeopleDesk(Services& services, QObject* parent = nullptr);
  ~PeopleDesk() override;

  void setTest(const std::vector<audience::Profile>& people, bool isTest);
  void unsubscribe(const std::vector<audience::Profile>& people);
  void resubscribe(const std::vector<audience::Profile>& people);
  /// Deletes them with everything.
  void erase(const std::vector<audience::Profile>& people);
  /// Writes all that is known of them to a JSON file, whole or not at all.
  void exportTo(const std::vector<audience::Profile>& people, const QString& file);
  /// Overwrites what deletions have left behind while others were at work, if anything.
  void finishErasures();

 Q_SIGNALS:
  /// What was done, in words.
  void said(const QString& text);
  void failed(const QString& why);
  /// These people are different, or gone.
  void changed(const std::vector<heliograph::ProfileId>& people);

 private:
  void act(const std::vector<audience::Profile>& people, std::function<Result<>(const std::vector<ProfileId>&)> work,
           const QString& done);

  Services& m_services;
  CancelToken m_cancel;
};

/// "Asha Rao", or "12 people".
[[nodiscard]] QString whoWords(const std::vector<audience::Profile>& people);

}  // namespace heliograph::ui
