// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "app/workspace/workspace.h"
#include "campaign/campaign.h"
#include "core/result.h"

namespace heliograph::cli {

/// The campaign's JSON for another workspace: providers by name, a saved segment with its rules.
[[nodiscard]] Result<QJsonObject> portableJson(const app::Workspace& workspace, const campaign::Campaign& campaign);

/// A campaign from elsewhere, made to fit this workspace.
struct ImportedCampaign {
  campaign::Campaign campaign;
  QStringList remarks;  ///< what isn't here and was replaced
};

/// Reads portableJson(): names are looked up here; a provider that isn't here becomes the default, a saved segment that
/// isn't here becomes its rules. Errors: InvalidInput, naming the member that can't be used.
[[nodiscard]] Result<ImportedCampaign> fromPortableJson(const app::Workspace& workspace, const QByteArray& json);

}  // namespace heliograph::cli
