"""Which properties hold lists of objects: what Terraform writes as blocks goes into a list there, and only there.

From CloudFormation's schemas, for the types of the tables; a test compares. Names that hold a list in one type and
something else in another are left out, except where we write the list.
"""

from __future__ import annotations

from ...resource import Plain

LISTED = frozenset(
    """
    AccessConfigs AccessPointTags AccountAggregationSources ActionGroups Additional
    AdditionalAuthenticationProviders AdditionalClaims AdditionalStorageVolumes AdditionalVersionWeights
    AddressFields Addresses AdvancedBackupSettings AdvancedEventSelectors AgentCollaborators
    AggregationConfigurations AnalyticsConfigurations ApiStages AppCookieStickinessPolicy Applications ArchiveRules
    ArtifactStores AssociatedRoles AssociationParameters Attachments AttributeDefinitions Attributes
    AvailabilityZoneAddresses AvailabilityZoneMappings AvailableLabels BackupPlanRule BlockDeviceMappings Blockers
    BootstrapActions CacheBehaviors CapacityProviderStrategy CaptureOptions CatalogTargets Certificates
    Classifications ClientAliases ClientConfigurations ClusterSettings ClusteringKeyColumns CodeRepositories
    CognitoIdentityProviders CommonAttributes Components ConsumableResourceList ConsumedLabels
    ContainerConfigurations ContainerDefinitions Containers ContextKeySelectors CopyActions CorsRules
    CrossRegionCopy CrossRegionCopyRules CrossRegionCopyTargets CustomActions CustomErrorResponses
    CustomFileSystemConfigs CustomImages CustomKeys CustomRules CustomerManagedPolicyReferences DataProtections
    DataResources DefaultActions DefaultCapacityProviderStrategy DeliveryStatusLogging DeltaTargets
    DestinationFlowConfigList DestinationPorts DestinationTableConfigurationList Destinations Devices
    DisableInboundStageTransitions DistributionSegments Distributions DocumentMetadataConfigurations
    DomainNameConfigurations DomainValidationOptions DynamoDBTargets EC2InboundPermissions EbsBlockDeviceConfigs
    ElasticGpuSpecifications ElasticInferenceAccelerators Emails EnabledTypes EncryptionConfig Entries Env
    EnvironmentFiles EvaluateOnExit EvaluationModes EventSelectors ExcludeDataVolumeTags ExcludeTags ExcludedRules
    ExemptUriRegularExpressions
    ExternalSecretRotationMetadata ExtraHosts FastLaunchConfigurations Features FieldSelectors FileSystemConfigs
    FileSystemLocations FileSystemTags FirstEntries FunctionAssociations GatewayConnectors GlobalSecondaryIndexes
    GlobalTableWitnesses HiddenSageMakerImageVersionAliases HostedZoneTags HudiTargets IcebergTargets Identity
    IdentityPoolTags ImagePullSecrets ImageTagMutabilityExclusionFilters Inclusions IndexActions
    InferenceAccelerators InitContainers InputArtifacts InsertHeaders InsightSelectors InstancePools
    InstanceTypeConfigs IntegrationResponses IntelligentTieringConfigurations InventoryConfigurations Ipv4Prefixes
    Ipv6Addresses Ipv6Prefixes JdbcTargets KeySchema KnowledgeBases LBCookieStickinessPolicy LambdaConfigurations
    LambdaFunctionAssociations LastEntries LaunchTemplateConfigurations LicenseSpecifications
    LifecycleHookSpecificationList LifecycleHooks LifecyclePolicies ListOfTags ListenerAttributes ListenerProperties
    Listeners LoadBalancerAttributes LoadBalancers LocalSecondaryIndexes LogDeliveryConfigurations
    ManagedRuleGroupConfigs MethodResponses MethodSettings MetricConfigurations MetricDataQueries
    MetricSpecifications MetricTransformations MetricsCollection MetricsConfigurations MongoDBTargets
    MonitoringOutputs MountPoints NatGatewayMappings NetworkInterfaces NfsExports NodeGroupConfiguration NodeOptions
    NodeRangeProperties NodeRepairConfigOverrides NoncurrentVersionTransitions NotificationConfigurations
    OnPartialUpload OnUpload OptionSettings OriginCustomHeaders Origins OutputArtifacts Overrides
    ParameterDefinitions ParameterOverrides PartitionKeyColumns PaymentNetworks PhoneNumberFields PhoneNumbers
    Photos PipelineParameterList PlacementConstraints PlacementGroupConfigs PlacementStrategies PortMappings
    PreParseTextTransformations Prices PrivateIpAddresses ProcessorFeatures Processors ProductionVariants
    PromptConfigurations ProxyConfigurationProperties PullRequest Push QueueConfigurations RecordSets
    RecordingModeOverrides RecoveryMechanisms RedactedFields References RegularColumns RemoteNodeNetworks
    RemotePodNetworks ReplicaRegions ReplicaSpecifications Replicas RepositoryFilters Requires ResourceRequirements
    ResourceTags ResponseHeaders Rewrites RoutingRules RuleActionOverrides RuleLabels Rules RunCommandTargets
    S3Encryptions S3Targets ScalingPolicies ScanActions ScanSettings ScheduledActions Schedules
    SchemaValidationConfigs Scripts SearchSchema SecondaryArtifacts SecondarySourceVersions SecondarySources
    SecretOptions Secrets SecurityGroupEgress SecurityGroupIngress ServerProcesses ServerSideEncryptionConfiguration
    ServiceRegistries Services ShadowProductionVariants ShareRules SnapshotCopyConfigurations
    SourceAccessConfigurations SourceDetails SourcePorts Sources SsmAssociations SsmParameterConfigurations
    StackInstancesGroup StageKeys StatefulRuleGroupReferences StatefulRules StatelessCustomActions
    StatelessRuleGroupReferences StatelessRules StepAdjustments StepProperties Steps StringEquals StringLike
    StringNotEquals StringNotLike SubnetMappings Subscription SystemControls TCPFlags TagFieldSpecifications
    TagFilters TagList TagSpecifications TagsToAdd Taints TargetGroupAttributes TargetGroups TargetTags
    TaskInstanceFleets TaskInstanceGroups TaskProperties Tasks TextTransformations Tierings Tmpfs
    TopicConfigurations TrafficSources Transforms Transitions TriggerConfigurations Ulimits UserAndGroupQuotas
    UserTokenConfigurations VPCs ValueImportanceItems VariableTags VectorIndexes VolumeConfigurations VolumeMounts
    Volumes VolumesFrom VpcLatticeConfigurations
    """.split()  # noqa: SIM905  a line a name would be three hundred lines
)


def in_list(native: str, value: Plain) -> Plain:
    """An object as the one item of the list that the property holds, where it holds one."""
    return [value] if isinstance(value, dict) and native in LISTED else value
